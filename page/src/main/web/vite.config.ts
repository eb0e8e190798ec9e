import { defineConfig } from 'vite'

export default defineConfig({
  base: '/',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Everything stays a file: the content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false
  },
  // `npx vite` beside a running demo, while working on the page.
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/feeds': 'http://127.0.0.1:8080' } }
})
