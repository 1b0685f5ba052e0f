import type { Principal } from '../../../core/identity/principal.ts';
import type { ObligationPorts } from '../ports.ts';

/** Names of documents as people see them now, each looked up once; undefined for one that is gone. */
export const documentNames = (
  { documents }: Pick<ObligationPorts, 'documents'>,
  principal: Principal,
): ((id: string) => Promise<string | undefined>) => {
  const known = new Map<string, Promise<string | undefined>>();
  const look = async (id: string): Promise<string | undefined> => {
    const document = await documents.get(principal, id);
    return document && (document.value.live?.name ?? document.value.name);
  };
  return (id) => {
    const name = known.get(id) ?? look(id);
    known.set(id, name);
    return name;
  };
};
