// Our table against AWS's own JavaScript clients, both ways: nothing is missing, nothing is more.
import { describe, expect, test } from 'vitest';
import { errors } from '../src/errors.ts';
import type { Operation, OperationName } from '../src/operation.ts';
import { operations } from '../src/operations.ts';
import { shapes } from '../src/shapes.ts';
import { type ClientFacts, readAwsFacts } from './aws-facts.ts';
import { kindOf, membersOf, nameOf, reachable } from './table.ts';

const { runtime, agent } = readAwsFacts();
const only = <Value>(
  record: Readonly<Record<string, Value>>,
  keep: (name: string) => boolean,
): Record<string, Value> => Object.fromEntries(Object.entries(record).filter(([name]) => keep(name)));

/** The names of the shapes that the shapes of an operation lead to. */
function reachedFrom({ shapes: of, operations: from }: ClientFacts, operation: string): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    const shape = of[name];
    if (!shape || reached.has(name)) return;
    reached.add(name);
    for (const { kind } of Object.values(shape.members)) visit(kind.replace(/^(?:(?:list|map)<)*|>+$/g, ''));
  };
  visit(from[operation]?.input ?? '');
  visit(from[operation]?.output ?? '');
  return reached;
}

const ofRerank = reachedFrom(agent, 'Rerank');
const rerankEnumMembers = only(agent.enumMembers, (member) => ofRerank.has(member.split('.')[0] ?? ''));
const rerankEnums = only(agent.enums, (name) => Object.values(rerankEnumMembers).includes(name));

/** The errors of bedrock-agent-runtime that bedrock-runtime does not have, or has with other members. */
const agentErrors: Record<string, string> = {
  BadGatewayException: 'BadGatewayException',
  DependencyFailedException: 'DependencyFailedException',
  RerankInternalServerException: 'InternalServerException',
};

/** AWS's shapes under our names: all of bedrock-runtime, and of bedrock-agent-runtime what Rerank reaches. */
const awsShapes: ClientFacts['shapes'] = {
  // The base class of a client's errors is no shape of the service.
  ...only(runtime.shapes, (name) => name !== 'BedrockRuntimeServiceException'),
  ...only(agent.shapes, (name) => ofRerank.has(name)),
  ...Object.fromEntries(
    Object.entries(agentErrors).flatMap(([ours, theirs]) => {
      const shape = agent.shapes[theirs];
      return shape ? [[ours, shape]] : [];
    }),
  ),
};

/** `Shape.member` → what it is: a whole table in one record, so that a difference is shown by name. */
function describeAws(): Record<string, string> {
  const table: Record<string, string> = {};
  for (const [name, shape] of Object.entries(awsShapes)) {
    table[name] = shape.kind;
    for (const [member, { kind, required }] of Object.entries(shape.members)) {
      table[`${name}.${member}`] = `${kind}${required ? ', required' : ''}`;
    }
  }
  return table;
}

function describeOurs(): Record<string, string> {
  const table: Record<string, string> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    if (shape.type === 'enum') continue;
    table[name] = shape.type;
    for (const [member, { shape: target, required }] of membersOf(shape)) {
      table[`${name}.${member}`] = `${kindOf(target)}${required ? ', required' : ''}`;
    }
  }
  return table;
}

/** What one table has and the other has not, or has otherwise: each by name. */
function differences(ours: Record<string, string>, theirs: Record<string, string>): string[] {
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
    .filter((name) => ours[name] !== theirs[name])
    .map((name) => `${name}: ours ${ours[name] ?? 'missing'}, AWS ${theirs[name] ?? 'missing'}`);
}

test('every shape, member, type and required flag is that of the AWS clients', () => {
  expect(differences(describeOurs(), describeAws())).toEqual([]);
});

test('a member that AWS adds, drops or makes required is named', () => {
  const fewer = describeAws();
  delete fewer['Message.role'];
  expect(
    differences(describeOurs(), {
      ...fewer,
      'ConverseRequest.brandNew': 'string',
      'ConverseRequest.messages': 'list<Message>, required',
    }),
  ).toEqual([
    'ConverseRequest.messages: ours list<Message>, AWS list<Message>, required',
    'Message.role: ours string, required, AWS missing',
    'ConverseRequest.brandNew: ours missing, AWS string',
  ]);
});

test('the AWS clients export the schemas of eleven operations and of Rerank', () => {
  expect([...Object.keys(runtime.operations), 'Rerank'].sort()).toEqual(Object.keys(operations).sort());
  expect(Object.keys(runtime.shapes).length).toBeGreaterThan(190);
});

describe.each(Object.keys(operations) as OperationName[])('%s', (name) => {
  const operation: Operation = operations[name];
  const { operations: theirs, shapes: theirShapes, throws } = name === 'Rerank' ? agent : runtime;

  test('names the errors that the AWS client documents', () => {
    expect([...operation.errors].sort()).toEqual([...(throws[name] ?? [])].sort());
  });

  test('has the method, the path and the shapes of the AWS client', () => {
    expect({
      method: operation.method,
      path: operation.path,
      input: nameOf(operation.input),
      output: nameOf(operation.output),
    }).toEqual(theirs[name]);
  });

  test('binds members to path, query, headers and payload as the AWS client does', () => {
    const bindings = (side: 'input' | 'output'): object => {
      const members = Object.entries(theirShapes[nameOf(operation[side]) ?? '']?.members ?? {});
      const headers = members.flatMap(([member, { header }]) =>
        header ? [[member, header.toLowerCase()] as const] : [],
      );
      return {
        labels: members.filter(([, { label }]) => label).map(([member]) => member),
        query: members.flatMap(([, { query }]) => query ?? []),
        headers: Object.fromEntries(headers),
        payload: members.find(([, { payload }]) => payload)?.[0],
        idempotencyToken: members.find(([, { idempotencyToken }]) => idempotencyToken)?.[0],
      };
    };
    expect({
      labels: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, label]) => label).sort(),
      query: operation.query ?? [],
      headers: operation.requestHeaders ?? {},
      payload: operation.requestPayload,
      idempotencyToken: operation.idempotencyToken,
    }).toEqual(bindings('input'));
    expect({
      labels: [],
      query: [],
      headers: operation.responseHeaders ?? {},
      payload: operation.responsePayload,
      idempotencyToken: undefined,
    }).toEqual(bindings('output'));
  });
});

describe('every modelled error has the status and the members of the AWS clients', () => {
  const theirs = ({ shapes: of }: ClientFacts, names: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(
      names.map((name) => [
        name,
        { status: of[name]?.status, members: Object.keys(of[name]?.members ?? {}).slice(1) },
      ]),
    );
  const ours = (names: readonly string[], service: 'runtime' | 'agent'): Record<string, unknown> =>
    Object.fromEntries(
      names.map((name) => {
        const entry = only(errors, (code) => code === name)[name];
        const status = (service === 'agent' ? entry?.agentStatus : undefined) ?? entry?.status;
        return [name, { status, members: [...(entry?.members ?? [])] }];
      }),
    );

  test('in bedrock-runtime', () => {
    const names = Object.keys(only(runtime.shapes, (name) => name.endsWith('Exception')));
    const modelled = names.filter((name) => name !== 'BedrockRuntimeServiceException');
    expect(ours(modelled, 'runtime')).toEqual(theirs(runtime, modelled));
    expect(modelled).toHaveLength(12);
  });

  test('in Rerank, whose InternalServerException has one member more', () => {
    const names = [...operations.Rerank.errors];
    expect(ours(names, 'agent')).toEqual({
      ...theirs(agent, names),
      InternalServerException: { status: 500, members: [] },
    });
    expect(theirs(agent, ['InternalServerException'])).toEqual({
      InternalServerException: { status: 500, members: ['reason'] },
    });
  });
});

test('every enumeration has the values of the AWS clients', () => {
  const ours = Object.entries(shapes).flatMap(([name, shape]) =>
    shape.type === 'enum' ? [[name, [...shape.values].sort()]] : [],
  );
  const theirs = Object.entries({ ...runtime.enums, ...rerankEnums });
  expect(Object.fromEntries(ours)).toEqual(
    Object.fromEntries(theirs.map(([name, values]) => [name, [...values].sort()])),
  );
});

test('every member has the enumeration that the declarations of the AWS clients give it', () => {
  const ours = Object.entries(shapes).flatMap(([name, shape]) =>
    [...membersOf(shape)].flatMap(([member, { shape: target }]) => {
      const element = target.type === 'list' ? target.member : target;
      if (element.type !== 'enum') return [];
      const enumName = nameOf(element) ?? '';
      return [[`${name}.${member}`, target.type === 'list' ? `list<${enumName}>` : enumName]];
    }),
  );
  expect(Object.fromEntries(ours)).toEqual({ ...runtime.enumMembers, ...rerankEnumMembers });
  expect(ours.length).toBeGreaterThan(50);
});

test('every shape of the table is reached from an operation or is an error', () => {
  const reached = new Set(
    Object.values(operations).flatMap(({ input, output }) => [...reachable(input), ...reachable(output)]),
  );
  const loose = Object.entries(shapes).filter(
    ([name, shape]) => !reached.has(shape) && !name.endsWith('Exception'),
  );
  expect(loose.map(([name]) => name)).toEqual([]);
});
