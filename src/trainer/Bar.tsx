/** A share as a bar. The number stands beside it: a picture for the eye only. */
export function Bar({ share }: { readonly share: number }) {
  return (
    <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="whole" width="100" height="8" />
      <rect class="part" width={Math.round(share * 100)} height="8" />
    </svg>
  )
}
