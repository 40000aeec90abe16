import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betterMoves } from '../../src/quiz/scenario/hindsight.ts'
import {
  bearing,
  endOf,
  type KeyedMove,
  type ScenarioKeyed,
  scenario,
  scenarioLasting,
  startOf,
  walk
} from '../../src/quiz/scenario/scenario.ts'
import { compareResults, lookAhead, type Path, pathsOf, search } from '../../src/quiz/scenario/search.ts'
import { scoreWith } from '../../src/quiz/score.ts'

/** A call: listen or argue, then promise what can be kept, or what can't. */
const call: ScenarioKeyed = {
  kind: 'scenario',
  meters: [
    { id: 'trust', start: 5, fair: 4, good: 7 },
    { id: 'compliance', start: 5, fair: 4, good: 6 }
  ],
  nodes: [
    {
      id: 'angry',
      choices: [
        { id: 'listen', to: 'asked', effects: { trust: 1 } },
        { id: 'argue', to: 'asked', effects: { trust: -2 } },
        { id: 'hang-up', to: 'end', fails: true }
      ]
    },
    {
      id: 'asked',
      choices: [
        { id: 'by-four', to: 'end', effects: { trust: 1, compliance: 1 } },
        { id: 'for-sure', to: 'end', effects: { trust: 2, compliance: -2 } },
        { id: 'no-idea', to: 'end', effects: { trust: -1 } }
      ]
    }
  ]
}
const scored = (question: ScenarioKeyed, response: readonly string[]) => scoreWith(scenario as never, question, response)

describe('a run', () => {
  test('is not over while a choice is still to be made, and has earned nothing so far', () => {
    expect(scenario.complete(call, [])).toBe(false)
    expect(scenario.complete(call, ['listen'])).toBe(false)
    expect(scored(call, ['listen'])).toMatchObject({ state: 'unanswered', earned: 0 })
  })
  test('resumes where the learner stood', () => expect(walk(call, ['argue']).next?.id).toBe('asked'))
  test('earns two points for each meter that ends good', () =>
    expect(scored(call, ['listen', 'by-four'])).toMatchObject({ state: 'right', earned: 4, possible: 4 }))
  test('earns one for a meter that ends fair, and none below', () => {
    expect(scored(call, ['listen', 'no-idea'])).toMatchObject({ state: 'partly', earned: 2 })
    expect(scored(call, ['argue', 'for-sure'])).toMatchObject({ state: 'partly', earned: 1 })
  })
  test('with a critical failure ends there and earns nothing', () => {
    expect(scored(call, ['hang-up'])).toMatchObject({ state: 'wrong', earned: 0 })
    expect(walk(call, ['hang-up', 'by-four']).steps).toHaveLength(1)
  })
  test('stops at a choice that is not offered there', () => expect(walk(call, ['listen', 'argue', 'by-four']).next?.id).toBe('asked'))
  test.each([
    ['good', ['listen', 'by-four']],
    ['fair', ['listen', 'no-idea']],
    ['poor', ['argue', 'for-sure']],
    ['failed', ['hang-up']]
  ] as const)('comes to the end that its meters deserve: %s', (end, response) => expect(endOf(call, walk(call, response))).toBe(end))
  test('never fills a meter above 10 nor empties it below 0', () => {
    const full: ScenarioKeyed = { ...call, meters: [{ id: 'trust', start: 10, fair: 4, good: 7 }] }
    expect(walk(full, ['listen']).levels).toEqual({ trust: 10 })
    const empty: ScenarioKeyed = { ...call, meters: [{ id: 'trust', start: 1, fair: 4, good: 7 }] }
    expect(walk(empty, ['argue']).levels).toEqual({ trust: 0 })
  })
})

describe('the rules that a choice names', () => {
  const move = (effects: KeyedMove['effects'], fails = false): KeyedMove => ({ id: 'x', to: 'end', fails, effects: effects ?? {} })
  test.each([
    ['broken', 'a critical failure', move({ trust: 5 }, true)],
    ['kept', 'the meter of the rules rises, whatever it costs', move({ compliance: 1, trust: -1, time: -2 })],
    ['broken', 'the meter of the rules falls, whatever it wins', move({ compliance: -1, trust: 2 })],
    ['kept', 'nothing falls', move({ trust: 1 })],
    ['broken', 'nothing rises', move({ trust: -1, time: -1 })],
    ['touched', 'one meter is given up for another', move({ trust: 1, time: -1 })],
    ['touched', 'nothing moves', move({})]
  ] as const)('were %s where %s', (kind, _, choice) => expect(bearing(choice)).toBe(kind))
})

describe('looking back', () => {
  const better = (response: readonly string[]) => betterMoves(call, walk(call, response).steps).map(move => move?.id)
  test('the best path had no better step', () => expect(better(['listen', 'by-four'])).toEqual([undefined, undefined]))
  test('each step is judged from where the learner stood', () => expect(better(['argue', 'for-sure'])).toEqual(['listen', 'by-four']))
  test('what broke off the run is set against what would have gone on', () => expect(better(['hang-up'])).toEqual(['listen']))
  test('a rule broken for the same result is not called well chosen', () => {
    const cheap: ScenarioKeyed = {
      ...call,
      nodes: [
        {
          id: 'a',
          choices: [
            { id: 'skip', to: 'end', effects: { trust: 4, compliance: 0 } },
            { id: 'hide', to: 'end', effects: { trust: 4, compliance: -1 } },
            { id: 'show', to: 'end', effects: { trust: 2, compliance: 0 } }
          ]
        }
      ],
      meters: [{ id: 'trust', start: 5, fair: 4, good: 7 }]
    }
    expect(betterMoves(cheap, walk(cheap, ['hide']).steps)[0]?.id).toBe('skip')
  })
  test('giving up one meter for another is not called worse when the result is the same', () => {
    const two: ScenarioKeyed = {
      ...call,
      meters: [
        { id: 'trust', start: 8, fair: 4, good: 7 },
        { id: 'time', start: 8, fair: 1, good: 2 }
      ],
      nodes: [
        {
          id: 'a',
          choices: [
            { id: 'patient', to: 'end', effects: { trust: 1, time: -1 } },
            { id: 'quick', to: 'end', effects: { trust: -1, time: 2 } }
          ]
        }
      ]
    }
    expect(betterMoves(two, walk(two, ['patient']).steps)).toEqual([undefined])
    expect(betterMoves(two, walk(two, ['quick']).steps)).toEqual([undefined])
  })
})

describe('the search', () => {
  test('counts the paths and finds the best and the worst', () => {
    expect(search(call)).toMatchObject({
      dead: [],
      unreachable: [],
      paths: {
        count: 7,
        failing: 1,
        shortest: 2,
        longest: 2,
        best: { moves: ['listen', 'by-four'], end: 'good', earned: 4 },
        worst: { moves: ['hang-up'], end: 'failed' }
      }
    })
  })
  test('finds a dead end, a node that nothing leads to, and a way that goes round', () => {
    const [angry, asked] = call.nodes
    const lead = (to: string) => [{ id: 'go', to }]
    expect(search({ ...call, nodes: [{ id: 'a', choices: lead('nowhere') }] })).toEqual({
      dead: [{ node: 'a', move: 'go', to: 'nowhere' }],
      unreachable: []
    })
    if (angry && asked) expect(search({ ...call, nodes: [asked, angry] }).unreachable).toEqual(['angry'])
    expect(
      search({
        ...call,
        nodes: [
          { id: 'a', choices: lead('b') },
          { id: 'b', choices: lead('a') }
        ]
      }).loop
    ).toBe('a')
  })
})

const METERS = ['trust', 'time', 'compliance'] as const

/** Any scenario: with loops and ways that lead nowhere when `wild`. */
function scenarios(wild: boolean): fc.Arbitrary<ScenarioKeyed> {
  const level = fc.integer({ min: 0, max: 10 })
  const meters = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.tuple(level, level, level), { minLength: 3, maxLength: 3 }))
    .map(([count, levels]) =>
      METERS.slice(0, count).map((id, index) => {
        const [start = 0, a = 0, b = 0] = levels[index] ?? []
        return { id, start, fair: Math.min(a, b), good: Math.max(a, b) }
      })
    )
  const effects = fc.dictionary(fc.constantFrom(...METERS), fc.integer({ min: -5, max: 5 }))
  const move = fc.record({ effects, step: fc.integer({ min: wild ? -3 : 1, max: 4 }), fails: fc.integer({ min: 0, max: 9 }) })
  const nodes = fc.array(fc.array(move, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }).map(list =>
    list.map((choices, at) => ({
      id: `n${at}`,
      choices: choices.map(({ effects, step, fails }, index) => ({
        id: `m${at}${index}`,
        effects,
        fails: fails === 0,
        to: wild || at + step < list.length ? `n${at + step}` : 'end'
      }))
    }))
  )
  return fc.record({ kind: fc.constant('scenario' as const), meters, nodes })
}

const anything = fc.array(
  fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(5), fc.nat(3)).map(([node, move]) => `m${node}${move}`)
  ),
  { maxLength: 12 }
)

/** Choices made by chance until the end. */
function played(question: ScenarioKeyed, chances: readonly number[]): string[] {
  const response: string[] = []
  for (const chance of chances) {
    const choices = walk(question, response).next?.choices ?? []
    const move = choices[chance % choices.length]
    if (!move) break
    response.push(move.id)
  }
  return response
}
const chances = fc.array(fc.nat(11), { minLength: 5, maxLength: 5 })

/** Every path, one after the other. */
function all(question: ScenarioKeyed, response: readonly string[] = []): string[][] {
  const { next } = walk(question, response)
  return next ? next.choices.flatMap(move => all(question, [...response, move.id])) : [[...response]]
}

describe('whatever is written and whatever is answered', () => {
  test('nothing throws, and marks stay within their bounds', () => {
    fc.assert(
      fc.property(scenarios(true), anything, (question, response) => {
        const { earned, possible, state } = scored(question, response)
        expect(Number.isInteger(earned) && earned >= 0 && earned <= possible).toBe(true)
        if (state === 'right') expect(earned).toBe(possible)
        const { steps, levels } = walk(question, response)
        expect(Object.values(levels).every(level => level >= 0 && level <= 10)).toBe(true)
        expect(betterMoves(question, steps)).toHaveLength(steps.length)
        search(question)
        scenarioLasting.key(question)
      })
    )
  })
  test('what is answered after the end changes nothing', () => {
    fc.assert(
      fc.property(scenarios(false), chances, anything, (question, chosen, more) => {
        const response = played(question, chosen)
        if (scenario.complete(question, response)) expect(scored(question, [...response, ...more])).toEqual(scored(question, response))
      })
    )
  })
  test('a choice that does more good never earns less, and one that does more harm never earns more', () => {
    fc.assert(
      fc.property(scenarios(false), chances, fc.nat(4), fc.constantFrom(...METERS), (question, chosen, at, meter) => {
        const response = played(question, chosen)
        const changed = (by: number): ScenarioKeyed => ({
          ...question,
          nodes: question.nodes.map(node => ({
            ...node,
            choices: node.choices.map(move =>
              move.id === response[at] ? { ...move, effects: { ...move.effects, [meter]: (move.effects?.[meter] ?? 0) + by } } : move
            )
          }))
        })
        const { earned } = scored(question, response)
        expect(scored(changed(1), response).earned).toBeGreaterThanOrEqual(earned)
        expect(scored(changed(-1), response).earned).toBeLessThanOrEqual(earned)
      })
    )
  })
  test('the search agrees with walking every path', () => {
    fc.assert(
      fc.property(scenarios(false), question => {
        const paths = all(question)
        const failing = paths.filter(path => walk(question, path).failed)
        const lengths = paths.filter(path => !walk(question, path).failed).map(path => path.length)
        const points = paths.map(path => scored(question, path).earned)
        const found = pathsOf(question)
        expect(found).toMatchObject({
          count: paths.length,
          failing: failing.length,
          shortest: Math.min(...lengths),
          longest: Math.max(0, ...lengths)
        })
        expect(found?.best.earned).toBe(Math.max(...points))
        expect(found?.worst.earned).toBe(Math.min(...points))
        for (const { moves, levels, end } of [found?.best, found?.worst].filter((path): path is Path => path !== undefined)) {
          expect(walk(question, moves)).toMatchObject({ levels })
          expect(endOf(question, walk(question, moves))).toBe(end)
        }
      })
    )
  })
  test('the full key earns everything that can be earned', () => {
    fc.assert(
      fc.property(scenarios(false), question => {
        const best = pathsOf(question)?.best
        if (best?.end === 'good')
          expect(scored(question, best.moves)).toMatchObject({ state: 'right', earned: scenario.possible(question) })
      })
    )
  })
  test('a better way that is told never leads to a worse result', () => {
    fc.assert(
      fc.property(scenarios(false), chances, (question, chosen) => {
        const { steps } = walk(question, played(question, chosen))
        const look = lookAhead(question)
        for (const [index, better] of betterMoves(question, steps).entries()) {
          const before = steps[index - 1]?.levels ?? startOf(question)
          const [own, other] = [steps[index]?.move, better].map(move => move && look(move, before)?.best)
          if (own && other) expect(compareResults(other, own)).toBeGreaterThanOrEqual(0)
        }
      })
    )
  })
  test('the key changes with a band, an effect or where a choice leads, and not with the order of the choices', () => {
    fc.assert(
      fc.property(scenarios(false), question => {
        const key = (changed: ScenarioKeyed) => JSON.stringify(scenarioLasting.key(changed))
        const [meter, ...meters] = question.meters
        const turned = question.nodes.map(node => ({ ...node, choices: [...node.choices].reverse() }))
        const worse = question.nodes.map(node => ({
          ...node,
          choices: node.choices.map(move => ({ ...move, effects: { ...move.effects, trust: (move.effects?.trust ?? 0) - 1 } }))
        }))
        expect(key({ ...question, nodes: turned })).toBe(key(question))
        expect(key({ ...question, nodes: worse })).not.toBe(key(question))
        if (meter) expect(key({ ...question, meters: [{ ...meter, good: meter.good + 1 }, ...meters] })).not.toBe(key(question))
      })
    )
  })
})
