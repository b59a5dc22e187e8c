// The reasons why what was sealed cannot be opened.

/**
 * Why a sealed file cannot be opened. `other`: it was sealed for another key, or with another passphrase; `damaged`: it is damaged or
 * cut off, or no file of age; `newer`: of a later version of age; `too-hard`: its passphrase would take longer or more memory than is
 * allowed; `no-memory`: there is not enough of it.
 */
export type Unopened = 'other' | 'damaged' | 'newer' | 'too-hard' | 'no-memory';
