import { pluralIn } from '../../ui/plural.ts'
import type { IndicatorId, Unit } from './indicator.ts'

/** Words that follow a number. */
type Counting = (count: number) => string
type Told = { label: Counting; definition: string }

const plural = pluralIn('fr')

export const fr = {
  unit: {
    business: (count: number) => plural(count, 'commerce', 'commerces'),
    diagnostic: (count: number) => plural(count, 'diagnostic', 'diagnostics'),
    person: (count: number) => plural(count, 'personne', 'personnes'),
  } satisfies Record<Unit, Counting>,
  indicators: {
    register: {
      label: (count: number) => plural(count, 'commerce au registre', 'commerces au registre'),
      definition:
        'Établissements importés dans le registre du programme, chacun une fois, par SIRET. Être au registre ne veut pas dire avoir été joint.',
    },
    diagnosed: {
      label: (count: number) => plural(count, 'commerce diagnostiqué', 'commerces diagnostiqués'),
      definition:
        'Commerces du registre avec au moins un diagnostic terminé. Un commerce qui en fait trois compte une fois. Un diagnostic non terminé, ou sans une seule réponse, ne compte pas.',
    },
    planned: {
      label: (count: number) => plural(count, 'commerce avec un plan', 'commerces avec un plan'),
      definition:
        'Commerces du registre dont un diagnostic terminé a donné un plan d’au moins une action. Un plan proposé n’est pas un plan suivi.',
    },
    booked: {
      label: (count: number) =>
        plural(count, 'commerce inscrit à une formation', 'commerces inscrits à une formation'),
      definition:
        'Commerces du registre avec au moins une inscription non annulée à une session. Inscrit ne veut pas dire présent.',
    },
    done: {
      label: (count: number) =>
        plural(count, 'commerce avec une action faite', 'commerces avec une action faite'),
      definition:
        'Commerces du registre dont une personne a dit qu’au moins une action de leur plan est faite. Dit ne veut pas dire vérifié.',
    },
    'diagnosed-unnamed': {
      label: (count: number) =>
        plural(count, 'diagnostic sans commerce nommé', 'diagnostics sans commerce nommé'),
      definition:
        'Diagnostics terminés par des personnes qui n’ont pas dit quel est leur commerce. Comptés à part : ils ne s’ajoutent pas aux commerces diagnostiqués.',
    },
    'people-booked': {
      label: (count: number) =>
        plural(count, 'personne inscrite à une formation', 'personnes inscrites à une formation'),
      definition:
        'Personnes, par adresse e-mail, avec au moins une inscription non annulée. Deux personnes du même commerce comptent deux fois ici.',
    },
  } satisfies Record<IndicatorId, Told>,
}

export type IndicatorTexts = {
  unit: Record<Unit, Counting>
  indicators: Record<IndicatorId, Told>
}
