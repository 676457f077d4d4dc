/** Reads what a `ByteWriter` wrote. Reading past the end throws a `RangeError`. */
export interface ByteReader {
  byte(): number
  varint(): number
  /** So many varints. */
  varints(count: number): Int32Array
  /** So many bytes, as a view. */
  bytes(count: number): Uint8Array
  text(): string
  section(): ByteReader
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  let at = 0
  const byte = (): number => {
    if (at >= bytes.length) throw new RangeError('The data ends too soon.')
    return bytes[at++] as number
  }
  const varint = (): number => {
    let value = byte()
    if (value < 128) return value
    value &= 127
    for (let shift = 7; shift < 35; shift += 7) {
      const next = byte()
      value |= (next & 127) << shift
      if (next < 128) return value
    }
    throw new RangeError('An integer is too long.')
  }
  const view = (count: number): Uint8Array => {
    if (at + count > bytes.length) throw new RangeError('The data ends too soon.')
    at += count
    return bytes.subarray(at - count, at)
  }
  const block = (): Uint8Array => view(varint())
  /** A model holds a million: most are one byte, which a loop of its own takes without a call. */
  const varints = (count: number): Int32Array => {
    const values = new Int32Array(count)
    for (let i = 0; i < count; i++) {
      const first = bytes[at] ?? 128
      if (first < 128) {
        values[i] = first
        at++
      } else values[i] = varint()
    }
    return values
  }
  return {
    byte,
    varint,
    varints,
    bytes: view,
    text: () => new TextDecoder().decode(block()),
    section: () => createByteReader(block()),
  }
}
