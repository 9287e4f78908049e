import { type HTMLAttributes, useEffect, useRef, useState } from 'react'

interface Props extends HTMLAttributes<HTMLDivElement> {
  /** What is scrolled, for those who come to it by the keyboard. */
  readonly label: string
}

/** Where its content is wider than its place it is scrolled, by the keyboard too. */
export function ScrollFrame({ label, ...others }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    // What is inside may grow while the place stays as it is.
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})} {...others} />
  )
}
