/** A function that works each key out once. */
export function memoise<Value>(work: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    if (known.has(key)) return known.get(key)!;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

/** A function that works its value out when first asked. */
export function once<Value>(work: () => Value): () => Value {
  const known: Value[] = [];
  return () => {
    if (known.length === 0) known.push(work());
    return known[0]!;
  };
}
