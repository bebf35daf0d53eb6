import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** The program that is tested. */
function binary(): string {
  const path = process.env.KOBLING_BIN
  if (!path) throw new Error('KOBLING_BIN is not set: it names the kobling binary, as target/debug/kobling')
  return path
}

/** The environment of a company: nothing of this process's own settings. */
function environment(home: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('KOBLING_'))
  return { ...Object.fromEntries(own), KOBLING_DATA_DIR: home, KOBLING_LOG: process.env.KOBLING_LOG ?? 'warn' }
}

/** Runs a command of the program to its end and gives what it printed. */
export function run(home: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(binary(), args, { env: environment(home), maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`kobling ${args.join(' ')}: ${stderr || error.message}`))
      else resolve(stdout)
    })
    child.stdin?.end(input)
  })
}

/** A command that goes on until it is stopped. */
export class Running {
  readonly #child: ChildProcess
  /** The first line that it printed. */
  readonly firstLine: string

  private constructor(child: ChildProcess, firstLine: string) {
    this.#child = child
    this.firstLine = firstLine
  }

  /** Starts a command and waits for its first line. */
  static async start(home: string, args: readonly string[]): Promise<Running> {
    const child = spawn(binary(), args, { env: environment(home), stdio: ['ignore', 'pipe', 'inherit'] })
    const lines = createInterface(child.stdout)
    const firstLine = await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve)
      child.once('exit', (code) => reject(new Error(`kobling ${args.join(' ')} ended with ${code}`)))
      child.once('error', reject)
    })
    child.removeAllListeners('exit')
    return new Running(child, firstLine)
  }

  /** Asks it to stop, and waits until it has. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await ended
  }
}
