const core = require('./node_modules/n8n-core');

/** In n8n 1.x a run takes its settings one after the other; the runner gives them as n8n 2.x has them. */
class WorkflowExecute extends core.WorkflowExecute {
  run({ workflow, startNode, triggerToStartFrom }) {
    return super.run(workflow, startNode, undefined, undefined, triggerToStartFrom);
  }
}

module.exports = { ...core, WorkflowExecute };
