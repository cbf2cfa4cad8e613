#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

const command = new URL('../dist/command/main.js', import.meta.url)
if (existsSync(command)) {
  // From Node 22.1 on, compiled code is kept between runs.
  module.enableCompileCache?.()
  await import(command.href)
} else {
  console.error('Manil is not built yet. / 아직 빌드하지 않았습니다.\n\n  node scripts/setup.mjs')
  process.exitCode = 2
}
