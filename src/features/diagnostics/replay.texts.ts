/** What `pignon replay` says; commands speak the language that is asked for. */
export const replayTexts = {
  fr: {
    same: (count: string) => `${count} résultats relus depuis leurs réponses, et retrouvés égaux.`,
    otherEngine: (count: string) => `${count} résultats d’un calcul plus ancien : gardés, pas comparés.`,
    different: (count: string, ids: string) => `${count} résultats ne sont plus retrouvés : ${ids}`,
    forgotten: (answers: string) => `Le programme en cours ne connaît plus ces réponses : ${answers}`,
  },
  en: {
    same: (count: string) => `${count} results read again from their answers, and found equal.`,
    otherEngine: (count: string) => `${count} results of an older engine: kept, not compared.`,
    different: (count: string, ids: string) => `${count} results come out otherwise: ${ids}`,
    forgotten: (answers: string) => `The programme in use no longer knows these answers: ${answers}`,
  },
}
