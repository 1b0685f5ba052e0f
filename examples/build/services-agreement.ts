import type { Contract } from './blocks.ts';
import { ending } from './services-agreement/ending.ts';
import { exhibit } from './services-agreement/exhibit.ts';
import { money } from './services-agreement/money.ts';
import { risk } from './services-agreement/risk.ts';
import { scope } from './services-agreement/scope.ts';

export const servicesAgreement: Contract = {
  title: 'Managed IT Services Agreement',
  subtitle: 'between Nimbury Managed Systems, LLC and Brindlewick Instruments, Inc.',
  runningHead: 'Managed IT Services Agreement',
  reference: 'NMS-2025-041',
  author: 'Nimbury Managed Systems, LLC',
  signedAt: new Date('2025-05-12T16:00:00Z'),
  blocks: [...scope, ...money, ...risk, ...ending, ...exhibit],
};
