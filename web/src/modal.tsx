import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Properties {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A dialog above everything else; the browser keeps the focus inside and gives it back. */
export function Modal({ title, onClose, children }: Properties) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Before the next key comes: it is meant for the dialog.
  useLayoutEffect(() => {
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
      onClose={onClose}
      onKeyDown={event => event.stopPropagation()}
    >
      <h2 id="modal-title">{title}</h2>
      {children}
    </dialog>
  )
}
