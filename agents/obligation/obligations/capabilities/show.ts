import { z } from 'zod';
import { defineCapability } from '../../../../core/capability/capability.ts';
import type { ObligationPorts } from '../../ports.ts';
import { detailText } from '../render.ts';
import { obligationDetailSchema } from '../view.ts';
import { idField } from './verbs.ts';

export const showCapability = (ports: ObligationPorts) =>
  defineCapability({
    name: 'obligations.show',
    title: 'Show an obligation',
    summary: 'Shows one obligation with everything that was decided on it: who, when, what and why.',
    description: 'Where a person edited it, what was read stands beside it.',
    input: z.strictObject({ id: idField }),
    output: obligationDetailSchema,
    scope: 'obligations:read',
    effect: 'read',
    http: { method: 'get', path: '/obligations/{id}' },
    cli: { positionals: ['id'], examples: ['obligations show OBLIGATION-ID'] },
    render: detailText,
    run: async ({ id }, { principal }) => (await import('../lifecycle/answer.ts')).shown(ports, principal, id),
  });
