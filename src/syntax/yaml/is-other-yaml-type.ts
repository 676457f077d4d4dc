const otherTypes =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.inf|\.nan|0b[01_]+|0o[0-7_]+|0x[\da-f_]+|\d[\d_]*(?::[0-5]?\d)*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d[\d_]*(?:e[-+]?\d+)?)|\d{4}-\d\d?-\d\d?(?:$|[Tt\s].*))$/i

/**
 * Whether YAML 1.2's core schema or YAML 1.1 reads a plain scalar as something other than text: null, a boolean, a
 * number (base 60 included), a date (https://yaml.org/type/).
 */
export function isOtherYamlType(value: string): boolean {
  return otherTypes.test(value)
}
