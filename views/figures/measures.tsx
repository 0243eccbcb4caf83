import { Page } from '../layout.tsx'
import { FormFaults, type FormProps } from '../parts/field.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useMessages } from '../setting.ts'
import { MeasureFields } from './measure-fields.tsx'
import { measureName, type Measure } from './measure-name.ts'

interface Described extends Measure {
  better: 'higher' | 'lower' | 'neither'
  level: 'team' | 'area' | 'organisation'
  retired: boolean
}

interface MeasuresProps extends FormProps {
  readyMade: Described[]
  own: Described[]
}

export function MeasuresPage({ readyMade, own, typed, faults }: MeasuresProps) {
  const text = useMessages().figures.register
  return (
    <Page title={text.title} wide>
      <p class="lead">{text.lead}</p>
      <h2>{text.own}</h2>
      {own.length === 0 ? <p>{text.none}</p> : <Table measures={own} changeable />}
      <details open={Object.keys(faults).length > 0}>
        <summary>{text.add}</summary>
        <FormFaults faults={faults} />
        <form method="post" action="/figures/measures">
          <MeasureFields typed={typed} faults={faults} />
          <button>{text.add}</button>
        </form>
      </details>
      <h2>{text.readyMade}</h2>
      <Table measures={readyMade} />
      <p class="actions">
        <a href="/figures">{text.toFigures}</a>
      </p>
    </Page>
  )
}

function Table({ measures, changeable = false }: { measures: Described[]; changeable?: boolean }) {
  const t = useMessages()
  const { register: text, units } = t.figures
  return (
    <Scroll>
      <table class="broad">
        <thead>
          <tr>
            <th>{text.name}</th>
            <th>{text.unit}</th>
            <th>{text.better}</th>
            <th>{text.level}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map(({ unit, better, level, retired, ...one }) => (
            <tr>
              <td>
                {changeable ? (
                  <a href={`/figures/measures/${one.id}`}>{measureName(one, t)}</a>
                ) : (
                  measureName(one, t)
                )}
                {retired && <small> {text.retired}</small>}
              </td>
              <td>{units[unit] || text.number}</td>
              <td>{text.betters[better]}</td>
              <td>{text.levels[level]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
