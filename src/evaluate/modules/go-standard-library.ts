/** The first parts of import paths in Go's own library. https://pkg.go.dev/std */
export const standardLibrary: ReadonlySet<string> = new Set([
  "archive", "bufio", "builtin", "bytes", "cmp", "compress", "container", "context", "crypto", "database", "debug", "embed", "encoding",
  "errors", "expvar", "flag", "fmt", "go", "hash", "html", "image", "index", "io", "iter", "log", "maps", "math", "mime", "net", "os",
  "path", "plugin", "reflect", "regexp", "runtime", "slices", "sort", "strconv", "strings", "structs", "sync", "syscall", "testing",
  "text", "time", "unicode", "unique", "unsafe", "weak", "C",
]);
