/** The video of a room: nothing comes from elsewhere before somebody asks for it. */
import type { Language } from '../../core/language.ts'
import { recogniseRoom, type RoomVideo } from './room-provider.ts'
import { texts } from './texts.ts'

type VideoProps = { language: Language; roomUrl: string | null }

/** A link in a new tab; the page's script offers to show the video here, where the provider allows it. */
export function Video({ language, roomUrl }: VideoProps) {
  const words = texts[language].video
  const video = roomUrl === null ? null : recogniseRoom(roomUrl)
  return (
    <section class="room-video" aria-labelledby="video-title">
      <h2 id="video-title" class="unseen">
        {words.title}
      </h2>
      {video?.frame && (
        <div class="room-consent" hidden data-frame={video.frame.url} data-title={words.frame(video.host)}>
          <p>{words.warning(video.host)}</p>
          <button type="button" class="button main">
            {words.show(video.host)}
          </button>
        </div>
      )}
      <VideoLink language={language} video={video} />
    </section>
  )
}

/** Where there is no address yet, that is said. */
export function VideoLink({ language, video }: { language: Language; video: RoomVideo | null }) {
  const words = texts[language].video
  if (video === null) return <p class="soft">{words.none}</p>
  const { frame, url, host } = video
  return (
    <p>
      <a class={frame ? 'button plain' : 'button main'} href={url} target="_blank" rel="noopener noreferrer">
        {words.open(host)}
      </a>
    </p>
  )
}
