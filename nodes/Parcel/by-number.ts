import type { INodeProperties } from 'n8n-workflow';
import type { NumberType } from '#carriers/shared/capabilities';
import type { Operation, OperationDescription } from '#nodes/shared/operation';
import { acrossCarriers, type Composite } from './composite';
import { numberFields, numberParameters, numberTypeOf } from './fields/numbers';
import type { Accounts } from './session';

interface ByNumber extends Pick<Composite, 'operation' | 'outputOf'>, Partial<Pick<Composite, 'parametersOf'>> {
  description: Omit<OperationDescription, 'properties'>;
  /** What a new node holds in Number Type. */
  numberType: NumberType;
  /** The fields below the number. */
  fields?: readonly INodeProperties[];
}

/** An operation on something that is there already, at all carriers that have it. */
export function byNumber(asked: ByNumber): Operation<Accounts> {
  const { operation, description, numberType, fields = [], parametersOf, outputOf } = asked;
  return acrossCarriers({
    operation,
    description: { ...description, properties: [...numberFields(operation, numberType), ...fields] },
    parametersOf: (parameters, carrier, step) => ({
      ...numberParameters(parameters, operation, carrier, step),
      ...parametersOf?.(parameters, carrier, step),
    }),
    numberTypeOf,
    ...(outputOf ? { outputOf } : {}),
  });
}
