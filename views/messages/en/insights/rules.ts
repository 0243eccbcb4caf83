export const rules = {
  change:
    'Every question is compared with its own history: the months since each moment against the months before it, by the favourable and unfavourable answers. Rising and falling are said so seldom without a reason that of twenty teams whose months are all alike, at most one is told one of them in a year. The two clearest are told.',
  'no change': 'Said when no question is rising or falling by that rule.',
  latest:
    'The latest month against the one before it, by the same rule and stricter, since two single months carry little.',
  'first month': 'Said while there is nothing to compare with.',
  work: 'The kinds of work with the highest share that is certain of “helped” and of “hurt”, among those who used AI for them.',
}
