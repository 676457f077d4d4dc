/** Maps pairs (parent, symbol) to dense ids 0, 1, 2…: open addressing over typed arrays, which keeps tries small. */
export interface HashIndex {
  readonly size: number
  /** The id of the pair; −1 when it was never added. */
  find(parent: number, symbol: number): number
  /** The id of the pair, a new one when it was never added. */
  add(parent: number, symbol: number): number
}

/** Parents may reach 2^31, symbols 2^21: together they fit a double without loss. */
const SYMBOLS = 2 ** 21

/** @param capacity pairs expected; the index grows beyond it */
export function createHashIndex(capacity: number): HashIndex {
  let slots = 16
  while (slots < capacity * 1.6) slots *= 2
  let keys = new Float64Array(slots).fill(-1)
  let ids = new Int32Array(slots)
  let size = 0

  const slotOf = (parent: number, symbol: number, key: number): number => {
    const mask = slots - 1
    let slot = (Math.imul(parent + 1, 0x9e3779b1) ^ Math.imul(symbol + 1, 0x85ebca6b)) >>> 0
    slot = (Math.imul(slot ^ (slot >>> 15), 0x2c1b3c6d) >>> 7) & mask
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  const grow = (): void => {
    const oldKeys = keys
    const oldIds = ids
    slots *= 2
    keys = new Float64Array(slots).fill(-1)
    ids = new Int32Array(slots)
    for (let i = 0; i < oldKeys.length; i++) {
      const key = oldKeys[i] as number
      if (key === -1) continue
      const slot = slotOf(Math.floor(key / SYMBOLS), key % SYMBOLS, key)
      keys[slot] = key
      ids[slot] = oldIds[i] as number
    }
  }

  return {
    get size() {
      return size
    },
    find(parent, symbol) {
      const key = parent * SYMBOLS + symbol
      const slot = slotOf(parent, symbol, key)
      return keys[slot] === key ? (ids[slot] as number) : -1
    },
    add(parent, symbol) {
      const key = parent * SYMBOLS + symbol
      const slot = slotOf(parent, symbol, key)
      if (keys[slot] === key) return ids[slot] as number
      keys[slot] = key
      ids[slot] = size++
      if (size > slots * 0.62) grow()
      return size - 1
    },
  }
}
