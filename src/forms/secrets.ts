/** Empties the fields that hold a secret. */
export function emptySecrets(root: ParentNode | null | undefined): void {
  for (const input of root?.querySelectorAll<HTMLInputElement>('input[data-secret]') ?? []) input.value = '';
}
