import type { Program, Type } from 'typescript';

export function schemaOf(program: Program, type: Type, place: string): Record<string, unknown>;
