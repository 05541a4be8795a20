import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { getSystemErrorMessage } from 'node:util'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { createWiki, type OpenWiki, SettingsError } from '../index.ts'
import { mergeSettings } from '../settings/merge.ts'
import { readSettings, type Settings } from '../settings/settings.ts'
import { CommandError } from './explain.ts'

/** What every command is told about the wiki it is for. */
export interface WikiChoice {
  readonly data: string
  readonly settings?: string
  readonly set: readonly string[]
}

/** What a command is told whose answer programs can read as well. */
export interface PrintChoice extends WikiChoice {
  readonly json?: boolean
}

/** Adds the options that say which wiki a command is for. */
export function addWikiOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--data <folder>', 'the folder of the database; :memory: for none')
        .default('data')
        .argParser(readNonEmpty)
        .env('JETON_DATA'),
    )
    .option('--settings <file>', "a JSON file of settings, by MediaWiki's names without $wg")
    .option(
      '--set <name=json>',
      'one setting, such as --set ReadOnly=\'"moving house"\'; can be repeated',
      (setting: string, before: readonly string[]) => [...before, setting],
      [],
    )
}

/** Reads the settings of a command: the file, over it the environment, over that `--set`. */
export function readChoice({ settings, set }: WikiChoice): Readonly<Record<string, unknown>> {
  const { MW_SERVER, MW_SCRIPT_PATH, JETON_SMTP_PASSWORD: password } = process.env
  const layers = [
    settings === undefined ? {} : readFile(settings),
    MW_SERVER === undefined ? {} : { Server: MW_SERVER },
    MW_SCRIPT_PATH === undefined ? {} : { ScriptPath: MW_SCRIPT_PATH },
    ...set.map((given) => Object.fromEntries([readSetting(given)])),
  ]
  const chosen = layers.reduce<Readonly<Record<string, unknown>>>(mergeSettings, {})
  const needsPassword = password !== undefined && isObject(chosen['SMTP'])
  return needsPassword ? mergeSettings(chosen, { SMTP: { password } }) : chosen
}

/** Where the database of a wiki is. */
export function databaseFile(data: string, { DBname }: Pick<Settings, 'DBname'>): string {
  return data === memory ? memory : join(data, `${DBname}.sqlite`)
}

/** The name of a database that no other process can open, and that is gone in the end. */
export const memory = ':memory:'

/** Refuses an option that is there but says nothing, as an unset variable of a script makes it. */
export function readNonEmpty(given: string): string {
  if (given === '') throw new InvalidArgumentError('It must not be empty.')
  return given
}

/** Opens the wiki that a command is for; only `serve` makes one that is not there. */
export function openChosen(choice: WikiChoice): OpenWiki {
  const given = readChoice(choice)
  const file = databaseFile(choice.data, readSettings(given))
  checkThere(file, choice.data)
  return createWiki({ settings: given, file })
}

function checkThere(file: string, folder: string): void {
  try {
    statSync(file)
  } catch (error) {
    const { code, errno } = Object(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new CommandError(`There is no wiki at ${file}: "jeton serve" makes one.`)
    }
    // It may well be there, as for another user of the system.
    const why = getSystemErrorMessage(errno)
    throw new CommandError(`The data folder ${folder} cannot be read: ${why}.`)
  }
}

function readFile(file: string): Readonly<Record<string, unknown>> {
  const value = readJson(readText(file), (why) => `The settings file ${file} is not JSON: ${why}`)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SettingsError(`The settings file ${file} must hold an object: {"Name": value}.`)
  }
  return { ...value }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new SettingsError(`The settings file ${file} cannot be read: ${why}`)
  }
}

function readSetting(given: string): [name: string, value: unknown] {
  const equals = given.indexOf('=')
  const name = given.slice(0, Math.max(equals, 0))
  if (name === '') throw new SettingsError(`--set takes Name=JSON, not "${given}".`)

  const json = given.slice(equals + 1)
  const value = readJson(json, () => {
    return `--set ${name} takes JSON, not ${json}: text needs quotes, as in --set '${name}="${json}"'`
  })
  if (name === 'SMTP' && isObject(value) && 'password' in value) {
    throw new CommandError(
      'Other users of this machine see what a command is told: put the password of SMTP into JETON_SMTP_PASSWORD, or into the settings file.',
    )
  }
  return [name, value]
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function readJson(text: string, explain: (why: string) => string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new SettingsError(explain(error instanceof Error ? error.message : String(error)))
  }
}
