import { article, type Block, clause, items, paragraph, table } from '../blocks.ts';

export const scope: readonly Block[] = [
  paragraph(
    'This Managed IT Services Agreement (this “Agreement”) is made as of May 12, 2025 between Nimbury Managed Systems, LLC, an Oregon limited liability company with its office at 7 Lanternmast Court, Harrow Falls, Oregon (“Provider”), and Brindlewick Instruments, Inc., an Oregon corporation with its office at Suite 210, 42 Kilnrow Lane, Harrow Falls, Oregon (“Customer”).',
  ),
  paragraph(
    'Customer wishes to have its information technology operated and supported by Provider, and Provider wishes to do so, on the terms below.',
  ),
  article('1', 'Definitions'),
  clause(
    '1.1',
    'Defined Terms.',
    'In this Agreement the following words have the meanings stated beside them, and other words in capitals are defined where they first appear:',
  ),
  ...items(
    '“Business Hours” means 7:00 a.m. to 6:00 p.m. Pacific time, Monday to Friday, except federal holidays.',
    '“Customer Data” means all data that Customer or its Users store in, send through or create with the Supported Systems.',
    '“Incident” means an unplanned interruption of a Supported System or a reduction in its quality.',
    '“Services” means the services described in Section 2 and Exhibit A.',
    '“Supported Systems” means the hardware, software and networks listed in Exhibit A.',
    '“User” means an employee or contractor of Customer who has an account on a Supported System.',
  ),
  article('2', 'Services'),
  clause(
    '2.1',
    'Managed Services.',
    'Provider shall monitor, maintain and support the Supported Systems, operate a service desk for Users, keep the Supported Systems patched, and back up Customer Data daily to a second location, all as Exhibit A describes in more detail.',
  ),
  clause(
    '2.2',
    'Standard of Performance.',
    'Provider shall perform the Services in a professional manner, with the skill and care of a competent provider of similar services, by trained personnel who have passed a background check.',
  ),
  clause(
    '2.3',
    'Changes and Projects.',
    'Work outside the Services is performed only under a change order signed by both parties, which states its scope, its price and its effect on the Service Levels. Unless a change order says otherwise, projects are charged at $145.00 per hour.',
  ),
  clause(
    '2.4',
    'Subcontractors.',
    'Provider may use subcontractors only with Customer’s prior written consent and is responsible for their work as for its own.',
  ),
  clause(
    '2.5',
    'Access to Premises.',
    'Customer shall give Provider the access to its premises that the Services need. Provider’s personnel shall follow the rules of the building and shall not enter the calibration laboratory without an escort.',
  ),
  article('3', 'Term and Renewal'),
  clause(
    '3.1',
    'Initial Term.',
    'This Agreement takes effect on June 1, 2025 and continues until May 31, 2027 (the “Initial Term”), unless it ends earlier under Section 12.',
  ),
  clause(
    '3.2',
    'Automatic Renewal.',
    'At the end of the Initial Term this Agreement renews automatically for successive terms of twelve (12) months (each a “Renewal Term”), unless either party gives the other written notice of non-renewal at least ninety (90) days before the end of the current term.',
  ),
  clause(
    '3.3',
    'Reminder.',
    'Provider shall remind Customer of the date by which notice of non-renewal must be given, by e-mail to it-contracts@brindlewick.example.com, not more than one hundred fifty (150) and not less than one hundred twenty (120) days before the end of the current term. If Provider sends no reminder, Customer may end the Renewal Term on sixty (60) days’ notice without charge.',
  ),
  article('4', 'Customer’s Responsibilities'),
  clause('4.1', 'Cooperation.', 'Customer shall:'),
  ...items(
    'name one employee as its service owner, with authority to take decisions under this Agreement;',
    'tell Provider at least five business days before a User joins or leaves;',
    'keep the supplemental cooling and electrical supply of its network room in working order; and',
    'hold the licenses for software that Exhibit A lists as supplied by Customer.',
  ),
  article('5', 'Service Levels'),
  clause(
    '5.1',
    'Response and Restoration.',
    'Provider shall respond to and resolve Incidents within the times in the following table (the “Service Levels”), measured from the moment at which the Incident is reported to the service desk or detected by monitoring, whichever is earlier.',
  ),
  table(
    ['Priority', 'Meaning', 'Response time', 'Restoration time', 'Measured during'],
    [
      [
        'P1 Critical',
        'A Supported System is unavailable to all Users, or data is at risk',
        '15 minutes',
        '4 hours',
        '24 hours a day',
      ],
      ['P2 High', 'A Supported System is unavailable to a department', '1 hour', '8 hours', 'Business Hours'],
      ['P3 Medium', 'One User cannot work, or a function is impaired', '4 hours', '2 business days', 'Business Hours'],
      ['P4 Low', 'A question or a request for a change', '1 business day', '5 business days', 'Business Hours'],
    ],
    [0.14, 0.36, 0.16, 0.17, 0.17],
  ),
  clause(
    '5.2',
    'Availability.',
    'Provider shall keep the file service, the e-mail gateway and the network available for 99.5 percent of each calendar month, not counting maintenance announced at least three business days ahead and carried out between 10:00 p.m. and 5:00 a.m.',
  ),
  clause(
    '5.3',
    'Reports.',
    'By the tenth day of each month Provider shall give Customer a report of the Incidents of the preceding month, the Service Levels achieved, and the result of the last test of restoring a backup.',
  ),
  clause(
    '5.4',
    'Corrective Action.',
    'If Provider misses the same Service Level in two consecutive months, it shall within ten business days give Customer a written plan for correcting the cause, and carry it out at its own cost.',
  ),
];
