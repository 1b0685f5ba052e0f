import { type Block, heading, paragraph, table } from '../blocks.ts';

export const exhibit: readonly Block[] = [
  heading('Exhibit A: Supported Systems and Services', { newPage: true }),
  table(
    ['System', 'Location', 'Service', 'License supplied by'],
    [
      [
        'Two virtualization hosts and storage array',
        'Network room, Suite 210',
        'Monitoring, patching, hardware support',
        'Provider',
      ],
      [
        'Firewall, switches and wireless access points',
        'Suite 210',
        'Monitoring, configuration, replacement',
        'Provider',
      ],
      ['Up to 60 workstations', 'Suite 210 and remote', 'Service desk, patching, disk encryption', 'Customer'],
      ['File service and e-mail gateway', 'Provider’s data center', 'Operation, filtering, daily backup', 'Provider'],
      ['Calibration database', 'Network room, Suite 210', 'Daily backup and quarterly restore test only', 'Customer'],
    ],
    [0.3, 0.22, 0.31, 0.17],
  ),
  paragraph(
    'Backups are kept for thirty-five (35) days, and the backup of the last day of each quarter for seven years. The service desk is reached at 555-0127 and at servicedesk@nimbury.example.com.',
  ),
];
