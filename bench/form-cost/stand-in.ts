import { spawn } from 'node:child_process';

export interface StandIn {
  url: string;
  close: () => void;
}

/** Takes every order. In a process of its own, so that its work is not counted. */
const SERVER = `
const { createServer } = require('node:http');
const created = {
  '/eccang': () => '<Envelope><Body><callServiceResponse><response>' +
    JSON.stringify({ ask: 'Success', message: 'Success', order_code: 'W1', shipping_method_no: 'T1' }) +
    '</response></callServiceResponse></Body></Envelope>',
  '/etower': (body) => JSON.stringify({
    status: 'Success', errors: null,
    data: JSON.parse(body).map(({ referenceNo }) => ({ status: 'Success', errors: null, orderId: referenceNo, referenceNo, trackingNo: 'T1' })),
  }),
  '/hge': () => '{"code":200,"success":true,"detail":"","data":{"num_type":1,"num":"CS1"}}',
  '/mgoship': () => '{"status":{"code":"OK","msg":"","count":1,"total_count":1},"data":{"orderNo":"100014163701"}}',
};
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
    const [, answer] = Object.entries(created).find(([path]) => request.url.startsWith(path));
    response.end(answer(Buffer.concat(chunks).toString()));
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

export async function openStandIn(): Promise<StandIn> {
  const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (text) => {
      resolve(String(text).trim());
    });
    server.once('error', reject);
  });
  return { url: `http://127.0.0.1:${port}`, close: () => server.kill() };
}
