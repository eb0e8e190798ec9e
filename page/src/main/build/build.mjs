// Builds the page: node build.mjs SOURCE WORK NPM. Does nothing when neither the sources nor the locked packages have changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const [source, work, npm] = process.argv.slice(2)

function hash(files) {
  const sum = createHash('sha256').update(process.version)
  for (const file of files) {
    sum.update(relative(source, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return sum.digest('hex')
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function unchanged(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value
}

function run(what, ...args) {
  // Both npm and what it starts must find this node, not one that happens to be installed.
  const env = { ...process.env, PATH: dirname(process.execPath) + (process.platform === 'win32' ? ';' : ':') + process.env.PATH }
  const done = spawnSync(process.execPath, args, { cwd: work, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
  if (done.status !== 0) {
    console.error(done.stdout ?? '')
    console.error(`page: ${what} failed${done.error ? `: ${done.error.message}` : ''}`)
    process.exit(1)
  }
}

mkdirSync(work, { recursive: true })
const locked = hash([join(source, 'package-lock.json')])
const packages = join(work, '.packages')
const built = join(work, '.built')
const all = hash([...filesIn(source), fileURLToPath(import.meta.url)])
if (unchanged(built, all) && existsSync(join(work, 'dist', 'index.html'))) {
  process.exit(0)
}
for (const entry of readdirSync(source)) {
  rmSync(join(work, entry), { recursive: true, force: true })
  cpSync(join(source, entry), join(work, entry), { recursive: true })
}
if (!unchanged(packages, locked)) {
  // No scripts of packages are run, and nothing is looked up that the cache has.
  run('npm ci', npm, 'ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync(packages, locked)
}
rmSync(join(work, 'dist'), { recursive: true, force: true })
run('the type check', join(work, 'node_modules/typescript/bin/tsc'), '--noEmit')
run('vite', join(work, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn')
writeFileSync(built, all)
