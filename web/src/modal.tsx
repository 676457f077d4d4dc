import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface Properties {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A dialog above everything else; the browser keeps the focus inside and gives it back. */
export function Modal({ title, onClose, children }: Properties) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby="modal-title"
      onCancel={onClose}
      onKeyDown={event => event.stopPropagation()}
    >
      <h2 id="modal-title">{title}</h2>
      {children}
    </dialog>
  )
}
