/**
 * A few dozen everyday words that mean much the same, so that a search for `automobile` finds the `car` as it would with
 * a real model. Everything beyond this list is told apart by its letters alone.
 */

const groups: readonly string[] = [
  'dog puppy hound canine doggy',
  'cat kitten feline kitty',
  'dog cat pet animal',
  'car automobile vehicle auto truck',
  'bicycle bike cycling cyclist',
  'airplane plane aircraft jet flight',
  'king queen monarch royal prince princess',
  'man boy male gentleman guy',
  'woman girl female lady',
  'child kid toddler baby infant',
  'doctor physician medic surgeon',
  'hospital clinic medical medicine health patient',
  'teacher professor instructor tutor',
  'school university college classroom student pupil education',
  'happy glad joyful cheerful pleased delighted joy',
  'sad unhappy sorrowful gloomy miserable depressed',
  'angry furious mad annoyed',
  'big large huge enormous giant great',
  'small little tiny mini miniature',
  'fast quick rapid speedy swift',
  'slow sluggish gradual',
  'buy purchase acquire order shop',
  'sell sale vendor retail',
  'refund reimburse reimbursement return money',
  'price cost fee charge expense expensive cheap',
  'money cash currency dollar euro',
  'bank finance financial stock market share invest investor investment trading',
  'revenue profit earnings income sales quarterly',
  'begin start commence launch',
  'end finish stop conclude',
  'repair fix mend',
  'broken damaged faulty defective',
  'password login credential sign account authentication',
  'forgot forget reset recover lost',
  'cancel terminate unsubscribe',
  'ship shipping deliver delivery dispatch parcel package',
  'food meal dish cuisine eat eating dinner lunch breakfast restaurant',
  'cook cooking bake recipe chef kitchen',
  'fruit apple banana orange pear',
  'bread pizza pasta cheese',
  'rain rainy storm shower wet weather',
  'sun sunny sunshine warm hot weather',
  'snow snowy ice icy cold winter weather',
  'sea ocean beach shore coast',
  'mountain hill peak alpine',
  'city town urban metropolis capital',
  'house home apartment residence building',
  'computer laptop machine pc',
  'software program code programming developer application',
  'bug error failure fault',
  'phone telephone mobile smartphone',
  'internet web online website network',
  'film movie cinema',
  'music song melody concert guitar piano',
  'sport football soccer basketball tennis match game team goal',
  'run running jog jogging sprint',
  'sleep nap rest bed asleep',
  'speak talk say tell conversation',
  'look see watch view',
  'job work employment career occupation',
  'physics quantum particle atom',
  'space planet star galaxy astronomy rocket moon',
];

const concepts = new Map<string, readonly string[]>();
for (const [index, group] of groups.entries()) {
  for (const word of group.split(' '))
    concepts.set(word, [...(concepts.get(word) ?? []), `concept ${index}`]);
}

/** The names of the groups that the word belongs to. */
export function conceptsOf(word: string): readonly string[] {
  return concepts.get(word) ?? [];
}
