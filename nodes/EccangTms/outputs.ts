export type { FamilyOutputs as Outputs } from '#nodes/eccangFamily/outputs';
