import { t } from './i18n.ts'
import { Modal } from './modal.tsx'
import { approvePage } from './store/act.ts'
import { approvable, focusRequests, isConfirming } from './store/state.ts'

/** Asks before a whole page is approved, and says how many of its segments have errors. */
export function ConfirmPage() {
  const count = approvable.value.length
  const faulty = approvable.value.filter(({ findings }) =>
    findings.some(({ severity }) => severity === 'error'),
  ).length
  const proposed = approvable.value.filter(({ proposal }) => proposal !== undefined).length
  const close = () => {
    isConfirming.value = false
    focusRequests.value++
  }
  return (
    <Modal title={t('page.approveAll')} onClose={close}>
      <p>{count === 0 ? t('page.nothingToApprove') : t('page.confirmAll', { count })}</p>
      {proposed > 0 && <p>{t('page.takesProposals', { count: proposed })}</p>}
      {faulty > 0 && <p class="finding finding-error">{t('page.hasErrors', { count: faulty })}</p>}
      <div class="actions">
        {count > 0 && (
          <button
            type="button"
            class="button main"
            onClick={() => {
              close()
              void approvePage()
            }}
          >
            {t('dialog.yes')}
          </button>
        )}
        <button type="button" class="button" onClick={close}>
          {count === 0 ? t('dialog.close') : t('dialog.no')}
        </button>
      </div>
    </Modal>
  )
}
