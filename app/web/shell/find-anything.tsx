import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '../components/dialog.tsx'
import { UnitFinder } from '../components/unit-finder.tsx'
import { say } from '../messages/say.ts'
import style from './find-anything.module.css'

/** Opens any unit in reach from any page, by its name or login. */
export default function FindAnything({ close }: { close: () => void }) {
  const navigate = useNavigate()
  return (
    <Dialog title={say('find.title')} close={close} place="top" quiet>
      <div className={style.find}>
        <UnitFinder
          label={say('find.title')}
          hint={say('find.hint')}
          autoFocus
          choose={unit => {
            close()
            void navigate({ to: '/units/$id', params: { id: String(unit.id) } })
          }}
        />
      </div>
    </Dialog>
  )
}
