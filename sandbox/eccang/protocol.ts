import { protocolFailure, type Answer } from './answers';
import type { Deployment, Desk, TimeCost } from './deployment';
import type { ServiceCall } from './envelope';

/** Checks credentials, service and parameters as `eccang.md` 1.6 lists them, then runs the service. Gives the JSON text. */
export function answerCall(call: ServiceCall, desk: Desk): string {
  const started = performance.now();
  const answer = run(call, desk);
  const seconds = (performance.now() - started) / 1000;
  return JSON.stringify({ ...answer, ...timeCost(desk.deployment.timeCost(call.service), seconds) });
}

function run(call: ServiceCall, desk: Desk): Answer {
  const { credentials, services } = desk.deployment;
  const refusal = refusalOf(call, credentials);
  if (refusal) return refusal;
  const service = services.get(call.service);
  if (!service) return protocolFailure('50005', `服务${call.service}不存在`);
  try {
    return service(parseParams(call.paramsJson), desk);
  } catch (error) {
    if (error instanceof SyntaxError) return protocolFailure('50006', 'paramsJson不是有效的JSON');
    throw error;
  }
}

/** The codes are documented, the wording is the sandbox's. */
function refusalOf(call: ServiceCall, credentials: Deployment['credentials']): Answer | undefined {
  if (call.appToken === '') return protocolFailure('50002', 'appToken不能为空');
  if (call.appKey === '') return protocolFailure('50003', 'appKey不能为空');
  if (call.appToken !== credentials.appToken || call.appKey !== credentials.appKey) {
    return protocolFailure('50001', 'appToken或appKey无效');
  }
  return call.service === '' ? protocolFailure('50004', 'service不能为空') : undefined;
}

/** An empty or absent `paramsJson` means no parameters (`eccang.md` 1.2). Throws a SyntaxError on anything undecodable. */
function parseParams(paramsJson: string): unknown {
  return paramsJson.trim() === '' ? {} : JSON.parse(paramsJson);
}

function timeCost(form: TimeCost, seconds: number): Answer {
  const member = 'time_cost(s)';
  return { number: { [member]: Number(seconds.toFixed(13)) }, text: { [member]: seconds.toFixed(14) }, absent: {} }[
    form
  ];
}
