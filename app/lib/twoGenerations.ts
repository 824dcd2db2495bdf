/**
 * A bounded memory of recent things: two generations, each of at most `entriesMax`. When the young
 * one is full the old one is forgotten. Only ever an optimisation: no result may depend on a hit.
 */
export class TwoGenerations<K, V> {
  private readonly entriesMax: number;
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  constructor(entriesMax: number) {
    this.entriesMax = entriesMax;
  }

  get(key: K): V | undefined {
    return this.young.get(key) ?? this.old.get(key);
  }

  set(key: K, value: V): void {
    if (this.young.size >= this.entriesMax) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }
}
