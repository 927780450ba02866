import { listSearch } from '../../../engine';
import { credentialsFor } from '../../../sandbox/control-client';
import { useSandbox } from '../sandbox';

const { sandbox } = useSandbox();

describe('lists to choose from', () => {
  const search = (method: string, filter?: string, credentials = credentialsFor(sandbox)) =>
    listSearch({ node: 'mgoship', method, credentials, ...(filter === undefined ? {} : { filter }) });

  test('the 47 prefectures, found in Japanese and English', async () => {
    expect((await search('searchPrefectures')).results).toHaveLength(47);
    expect((await search('searchPrefectures', 'osaka')).results).toEqual([{ name: '大阪府 Osaka', value: '大阪府' }]);
    expect((await search('searchPrefectures', '北海道')).results).toHaveLength(1);
  });

  test('the five warehouses', async () => {
    expect((await search('searchWarehouses')).results).toHaveLength(5);
    expect((await search('searchWarehouses', 'kadoma')).results).toEqual([
      { name: '1 · Kadoma (门真仓库)', value: '1' },
    ]);
  });

  test('the shipping ways from a fee estimate; its failure is shown', async () => {
    expect((await search('searchShipWays')).results[0]).toEqual({ name: '38 · 平邮小包', value: '38' });
    const bad = credentialsFor(sandbox, { appSecret: 'not-the-secret' });
    await expect(search('searchShipWays', undefined, bad)).rejects.toThrow('签名错误');
  });
});
