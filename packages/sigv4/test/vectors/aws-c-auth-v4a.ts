/**
 * What AWS's C library publishes for SigV4A on the cases of aws-c-auth.ts, for the region us-east-1, as data of our own.
 * https://github.com/awslabs/aws-c-auth tests/aws-signing-test-suite/v4a (Apache-2.0)
 */

/**
 * SHA-256 of the canonical request by header and by query: the last line of the string to sign. That of
 * get-header-value-multiline is from before the library folded a line as RFC 9110 says: it joined the lines by commas.
 */
export const hashes: Readonly<Record<string, readonly [byHeader: string, byQuery: string]>> = {
  'get-header-key-duplicate': [
    '30f1f7b639b7fd5982a0f700e6d23bf7bb24f2f1d9e1314005bf22130da61cdf',
    'a6e21a0099c98cbb4ec73928a08e8b116dfd634c471a8c03c4007b5258b664ea',
  ],
  'get-header-value-multiline': [
    '36317e3e7a8ef01ed0074aa23f0e60713ecce33c88fcfe5aa38e2a95a775dd68',
    '6499824882ee3c6b979d3eca4946f611d249740b8a01b79dec47dc83e95772c9',
  ],
  'get-header-value-order': [
    'e1c3b5d34632ffff080330b3bc31906c8988bf1683f4af689ef3f1811952df36',
    'e2bf35ea25a1943bf52cfc8348c787db8fd8ca642dc9f2b9443939c2fb0d3c54',
  ],
  'get-header-value-trim': [
    '18b43001be9b531ebdd8202144dbd7630ea8a35bc328a7d0e561dda03a876095',
    '4f92ebcf5f0844588e443a2243fafdb64319c6d1ad913c07686129b9991326a3',
  ],
  'get-relative-normalized': [
    'cf59db423e841c8b7e3444158185aa261b724a5c27cbe762676f3eed19f4dc02',
    '890c4ed28c1a1ac10b5862719b537afbe392e987dc1aab1efa16fe7de41d3c81',
  ],
  'get-relative-unnormalized': [
    'c859b5032f2ebd5df0285ff633b495b0e6e962e5adb94731c95e8e993a9a8213',
    'bbbb3668f996906ebb2c96ebdc2418af99656315adaf647989ab336c88fb516e',
  ],
  'get-relative-relative-normalized': [
    'cf59db423e841c8b7e3444158185aa261b724a5c27cbe762676f3eed19f4dc02',
    '890c4ed28c1a1ac10b5862719b537afbe392e987dc1aab1efa16fe7de41d3c81',
  ],
  'get-relative-relative-unnormalized': [
    '7bad1fab948577ec4e860ff2bb06ce9b69f0dd60eb8a9ad7c016b584254f9b5b',
    '504892d7f7262dd98d79ab7f3bb6f918cd59d491aacb2d76450f6e065479b31a',
  ],
  'get-slash-dot-slash-normalized': [
    'cf59db423e841c8b7e3444158185aa261b724a5c27cbe762676f3eed19f4dc02',
    '890c4ed28c1a1ac10b5862719b537afbe392e987dc1aab1efa16fe7de41d3c81',
  ],
  'get-slash-dot-slash-unnormalized': [
    'a14dce0217a32357c623c3db790988b6b5aa1494a527158b06d3ca4444561a4b',
    '0d146fed00cdf50d7a87864583b7a33ca75322aab46b0a2d204f5d0c13440917',
  ],
  'get-slash-normalized': [
    'cf59db423e841c8b7e3444158185aa261b724a5c27cbe762676f3eed19f4dc02',
    '890c4ed28c1a1ac10b5862719b537afbe392e987dc1aab1efa16fe7de41d3c81',
  ],
  'get-slash-unnormalized': [
    'fc8f42c7ce50ba8830a34b16d9fb478170176d78c81339e8d7e31d4baa9ec9f4',
    '633e0570a745c18cc22e43af8be65cfed3e7173061ec403353734bdfae90e0b6',
  ],
  'get-slash-pointless-dot-normalized': [
    '823cb165e35e124f862c99c89a46414c24e3800f149377591e35a4848317e825',
    '0cc67a8acfed5946b645794c649dd98d3485728119cdf17d38985ba0ff55abca',
  ],
  'get-slash-pointless-dot-unnormalized': [
    '407314cdff397462b2458ba1860907adefcbb73fd630ddbd3de7300d2f773804',
    'efbe4f47c2acbb53fbfd0be6846cfa35a48c21f3f800e741278dae7b721302b4',
  ],
  'get-slashes-normalized': [
    'ea6c9c4bc1e85b94f2579cebbc85a84c3f8eaa055c006697555f074dd68509a6',
    'ab3f7b8af0ce16e0faf508160fb13d890874992d74f36214ae9eec7437361f2b',
  ],
  'get-slashes-unnormalized': [
    'bf8c459a6a7f3879f55bff41e4dca65f69df4628456904e47f83013c0deb7276',
    '660b4a6f0bd53b287cefb21cdf69c1574303de44d2e9f7759b5379b428b70157',
  ],
  'get-space-normalized': [
    '1bbd1a746b47d963b21f6e6783c689c038162ccc3f8a69abeda218a178ee4d19',
    '6a2f4ddc0e28ca4b91abed80c45ad628fc63d8a4cd9c443869d5dd6cf07235ed',
  ],
  'get-space-unnormalized': [
    '1bbd1a746b47d963b21f6e6783c689c038162ccc3f8a69abeda218a178ee4d19',
    '6a2f4ddc0e28ca4b91abed80c45ad628fc63d8a4cd9c443869d5dd6cf07235ed',
  ],
  'get-unreserved': [
    'b48c0f7d7cdaa2cd05e4b789c913063becd96ccace5296a334c950040e58bcac',
    'a967a5035e5dc574f94fb9f0de0faf9d56e889c26d9a65d7d0a15d89690280d1',
  ],
  'get-utf8': [
    '7c8a7084825e715f0e217a7470ce3611bcfedb5b70329d9b36bba5cefd39c11a',
    'b77c78c8276c5eac930db70b21b69b34d0c2560e1a963ab28e28481ef6a4ff66',
  ],
  'get-vanilla': [
    'cf59db423e841c8b7e3444158185aa261b724a5c27cbe762676f3eed19f4dc02',
    '890c4ed28c1a1ac10b5862719b537afbe392e987dc1aab1efa16fe7de41d3c81',
  ],
  'get-vanilla-empty-query-key': [
    '894f4237e92aae973c992da1d1f39d7a5913a23e9f7cbcf085e9550685eb498a',
    '07551f1d699afeb50d6811a527ab7b0270b60448ea27d8cbccb9750d68287b3f',
  ],
  'get-vanilla-query': [
    'cf59db423e841c8b7e3444158185aa261b724a5c27cbe762676f3eed19f4dc02',
    '890c4ed28c1a1ac10b5862719b537afbe392e987dc1aab1efa16fe7de41d3c81',
  ],
  'get-vanilla-query-order-encoded': [
    '55568a29040b287c72015a5ab482d9aaceeb1e9881f3bc946378bc3d6079f6a5',
    '56d9ab07692614338f2aa44f1018ad4102b19305fba8b83383d2d7c6ca816614',
  ],
  'get-vanilla-query-order-key-case': [
    'cc07b29e0d0f0b2d6aa296621a5608fd9c2271159b9b2f737f682704ebb96482',
    'c688584c3dbae2868c4911c825239f2c9375e66b9962f21db60b9b2fcd75bf45',
  ],
  'get-vanilla-query-unreserved': [
    '377b8a3e195894659b84cd1c475dc8a3663a663360a349430c0c3b82bd82b77b',
    '5d8923c620c699f856a35a6eb8dd786fd4c8c6ab0a35c552caeb5b648989433f',
  ],
  'get-vanilla-utf8-query': [
    'b27131d754045e85823698b1fe3fc9694c17b16d97f4c43cef2359a1233c7b76',
    'e22d57192c68232f914afff959b8aa1027756098f879c7d4d7615a2469f85c1f',
  ],
  'get-vanilla-with-session-token': [
    '79893373104239a0547df489af395ec3c1b8873a8601f07f11ffd3f1ac557e7d',
    '496062b4c2ed2175fe08ad084158783fa8d013c694542af721d49b25d1ebd390',
  ],
  'post-header-key-case': [
    '806a9b01b76472cc6b66fff02630726d55f8b4ada6d2fd9b36eb0d710e215861',
    '192546340393592ef9baaa24656f55ed91288110e7514b50f0a3f79bb761a29c',
  ],
  'post-header-key-sort': [
    'b92b1e85236a12f9d118f85fb6686c83b0e83fb3428f8d4da3cc9acb2851fcfa',
    '336638ab840d4785edc7db35ab9c036bc15ffb2dc1a4e05b04f3a7cd7407593f',
  ],
  'post-header-value-case': [
    '7de5a74bc45fb5c8a90faada2ab9538e69e4a5eb7f330f62387715669cecd492',
    '949fb555e05d3289760ff0f0566ad73a69ed865000d9843b93a15b916dbc8b6f',
  ],
  'post-sts-header-after': [
    '806a9b01b76472cc6b66fff02630726d55f8b4ada6d2fd9b36eb0d710e215861',
    '192546340393592ef9baaa24656f55ed91288110e7514b50f0a3f79bb761a29c',
  ],
  'post-sts-header-before': [
    '964c15d46a67b327b877c02d680c81cb75df04e85144142e190da565ff0d029f',
    'abcfe88252247b12ea5f4220a53c4d604599bb372e999d28590b68c8d8409e21',
  ],
  'post-unsigned-payload': [
    '1aa2f34080974173be96cdbddf2e5df2e48a425c6c3ab6cd770c254aaf4898df',
    '41fc1ad3ae67d78001e68d2e0e3149bd0f6f45f44ae68b3e615c2ee4183aa2d1',
  ],
  'post-vanilla': [
    '806a9b01b76472cc6b66fff02630726d55f8b4ada6d2fd9b36eb0d710e215861',
    '192546340393592ef9baaa24656f55ed91288110e7514b50f0a3f79bb761a29c',
  ],
  'post-vanilla-empty-query-value': [
    '502dea2656f02eea10bd05eeec315ea1a6686ed2861176e1670b2d67e17b2f36',
    'b9ec8df7b378fbee58903f5c54bd50e80a4d2d5aa9532583910ce771e42574fe',
  ],
  'post-vanilla-query': [
    '502dea2656f02eea10bd05eeec315ea1a6686ed2861176e1670b2d67e17b2f36',
    'b9ec8df7b378fbee58903f5c54bd50e80a4d2d5aa9532583910ce771e42574fe',
  ],
  'post-x-www-form-urlencoded': [
    'ba7fa291aefad463b308fdc89b33d852aea9fbcfa151d820117bd8189066cb91',
    '5e1153cc425829c0fa1ee4532d32dda0eedee100d01d48fdf4130f869e9fc10b',
  ],
  'post-x-www-form-urlencoded-parameters': [
    'bcdb9ab3050c0bb18c5e9eb60e6eb1aaaf00907920065569a99b0c51278639b5',
    'b4e8a31cfcdc5183d4015495c4f231de027906d31fd0291926c0a21cf248fb3c',
  ],
};

/** Signatures by the key of the credentials. ECDSA is random, so they cannot be made again, only verified. */
export const signatures: readonly (readonly [name: string, by: 'sign' | 'presign', signature: string])[] = [
  [
    'get-header-key-duplicate',
    'sign',
    '3045022100b49e91c286a468d72505ea350443b43701ae2cf90f1d6aa6b2d2a77280e11db302205ea3a2a04b8b9ed7b397c29b0050daa200e9e11c86112c9868c984cd840179b1',
  ],
  [
    'get-vanilla-query-order-encoded',
    'sign',
    '3044022041ffa05b60e2cc9bac499a22148bb69825873b913cabdcf8b3f97c75ba28f81a0220492937cb6eccb784d5fcf1969e4493ad9417ac3409496ef74f281aa13e279739',
  ],
  [
    'get-vanilla-query-order-encoded',
    'presign',
    '3046022100e25504f18aab11f2f511664a9e6b98f522b9c8bd95ad0c7502b56ff4248d2dba022100c00ee21af060180bac879294598c03ba8523367daf1edf88688923a21f26e0df',
  ],
  [
    'get-vanilla-utf8-query',
    'presign',
    '30450220513194402b6f544332b84b46ac11fcdf3de278d7975b846fcc4f59c0c7b34a03022100c77e0b3e67fbffb207117e46bdc94e336eae9f183e52fb7d3f36547c0ce387df',
  ],
  [
    'get-vanilla-with-session-token',
    'presign',
    '30450220132caaee5a97caa849aaa65007425f960ce4ebd4fe8e815a53e26269d1fecec402210096ce10b67297d4d2288144170c51e3f745d4806e07436be5ae75a11f66afa3c5',
  ],
  [
    'post-unsigned-payload',
    'sign',
    '3044022076c0a0e1ec8d3e40dd3d3f9c395c30e9ba7552096b4d8c34596646df2b665c6c0220615a2b2132265e969088895332db7f9b6c9daa957b42a9047d94e392f521d6fb',
  ],
  [
    'post-unsigned-payload',
    'presign',
    '3045022100b32d20d894fb447713b4ba31a7983b04a7c7551b597dbd0b5478af0cc98ee33802201b4d03ad196f18baa962102b166eec484819c34be71a56e10b494146ebe043cc',
  ],
];
