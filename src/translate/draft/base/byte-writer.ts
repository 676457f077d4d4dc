/** Writes a growing run of bytes. */
export interface ByteWriter {
  byte(value: number): void
  /** An integer from 0 to 2^31 − 1, seven bits a byte, the low ones first. */
  varint(value: number): void
  /** UTF-8, its length before it. */
  text(value: string): void
  /** Another writer's bytes, their length before them. */
  section(writer: ByteWriter): void
  bytes(): Uint8Array
}

export function createByteWriter(): ByteWriter {
  let buffer = new Uint8Array(1024)
  let length = 0
  const reserve = (more: number): void => {
    if (length + more <= buffer.length) return
    const grown = new Uint8Array(Math.max(buffer.length * 2, length + more))
    grown.set(buffer)
    buffer = grown
  }
  const varint = (value: number): void => {
    reserve(5)
    let rest = value
    while (rest > 127) {
      buffer[length++] = (rest & 127) | 128
      rest >>>= 7
    }
    buffer[length++] = rest
  }
  const block = (bytes: Uint8Array): void => {
    varint(bytes.length)
    reserve(bytes.length)
    buffer.set(bytes, length)
    length += bytes.length
  }
  return {
    byte(value) {
      reserve(1)
      buffer[length++] = value
    },
    varint,
    text: value => block(new TextEncoder().encode(value)),
    section: writer => block(writer.bytes()),
    bytes: () => buffer.subarray(0, length),
  }
}
