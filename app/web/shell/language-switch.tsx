import { say } from '../messages/say.ts'
import style from './header.module.css'
import { changeLanguage, useLanguage } from './language.ts'

/** The other language, named in itself. */
export function LanguageSwitch({ keep }: { keep?: (language: 'ru' | 'en') => void }) {
  const other = useLanguage() === 'ru' ? 'en' : 'ru'
  return (
    <button
      type="button"
      className={style.tool}
      lang={other}
      aria-label={say('shell.other-language')}
      onClick={() => {
        void changeLanguage(other)
        keep?.(other)
      }}
    >
      {other === 'ru' ? 'Рус' : 'Eng'}
    </button>
  )
}
