/** Reads what a `ByteWriter` wrote. Reading past the end throws a `RangeError`. */
export interface ByteReader {
  byte(): number
  varint(): number
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
  const block = (): Uint8Array => {
    const length = varint()
    if (at + length > bytes.length) throw new RangeError('The data ends too soon.')
    at += length
    return bytes.subarray(at - length, at)
  }
  return {
    byte,
    varint,
    text: () => new TextDecoder().decode(block()),
    section: () => createByteReader(block()),
  }
}
