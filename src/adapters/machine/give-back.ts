// Memory outside the heap, given back when it is needed no more.

/** As Node has it from 22 on. */
interface Transferable {
  transfer?(length: number): ArrayBuffer;
}

/** Gives back the memory of bytes that are not looked at again, where this Node can: else it waits until there is much of it. */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  const given: ArrayBufferLike & Transferable = buffer;
  if (given.byteLength === byteLength) given.transfer?.(0);
}
