import { signPortalRequest } from '../../../carriers/etower';
import { SESSION } from './portal-wire';

describe('requests of somebody else', () => {
  const credentials = {
    baseUrl: 'https://tracking.example.com/api/shipper/v1/',
    sessionId: SESSION,
    language: 'zh_CN',
  };

  it('get the session as headers, for the template as parts of the address', () => {
    expect(
      signPortalRequest('https://tracking.example.com/api/shipper/v1/channel/serviceOptions?channelId=1', credentials),
    ).toEqual({
      url: 'https://tracking.example.com/api/shipper/v1/channel/serviceOptions?channelId=1',
      headers: { sessionId: SESSION, language: 'zh_CN' },
    });
    const template = signPortalRequest(
      'https://tracking.example.com/api/shipper/v1/template/file?templateName=x',
      credentials,
    );
    expect(template).toEqual({
      url: `https://tracking.example.com/api/shipper/v1/template/file?templateName=x&sessionId=${SESSION}&language=zh_CN`,
      headers: {},
    });
  });

  it('get nothing on another host', () => {
    expect(() => signPortalRequest('https://elsewhere.example.com/', credentials)).toThrow(
      'only sent to https://tracking.example.com',
    );
  });
});
