/** French words of the replay page. */
export const fr = {
  title: (training: string) => `Replay : ${training}`,
  lead: (length: string, day: string) => `${length}. Enregistré le ${day}.`,
  elsewhere: (site: string) => `La vidéo est envoyée par ${site}, qui voit votre adresse internet.`,
  player: (training: string) => `Vidéo : ${training}`,
  cannotPlay: 'Votre navigateur ne lit pas cette vidéo.',
  download: 'Télécharger la vidéo',
  captions: { fr: 'Français', en: 'Anglais' },
  speed: 'Vitesse',
  speedOf: (factor: string) => `× ${factor}`,
  resumed: (mark: string) => `Vous reprenez à ${mark}.`,
  fromStart: 'Depuis le début',
  remembered: 'Nous retenons où vous en êtes, et les passages vus : ils comptent pour vos formations.',
  watched: (seen: string, all: string) => `Vous avez déjà vu ${seen} sur ${all}.`,
  chapters: 'Chapitres',
  transcript: 'Le texte',
  otherLanguage: 'Le texte n’existe pas dans votre langue : le voici comme il est dit.',
  search: 'Chercher dans le texte',
  searchHint: 'La touche Entrée va au passage suivant de la vidéo.',
  found: { none: 'Aucun passage', one: '1 passage', many: (count: string) => `${count} passages` },
  seek: 'Touchez une phrase pour y aller dans la vidéo.',
  files: 'À télécharger',
  captionsFile: (language: string) => `Sous-titres (${language})`,
  transcriptFile: 'Le texte',
  back: 'La formation et ses dates',
}

export type ReplayTexts = typeof fr
