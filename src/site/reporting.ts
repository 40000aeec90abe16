/** Who reports to whom, as far as the standard says so. */
import type { Text } from '../lang/text.ts'

export interface ReportingLine {
  readonly from: Text
  readonly to: Text
  /** What is reported. */
  readonly about: Text
  /** The rule that says it. */
  readonly rule: string
}

export const REPORTING: readonly ReportingLine[] = [
  {
    from: { zh: '技术员', en: 'Technician' },
    to: { zh: '分管负责人', en: 'Person in charge' },
    about: { zh: '故障现象和原因', en: 'symptoms and cause' },
    rule: 'visit.diagnose-report'
  },
  {
    from: { zh: '小区客服', en: 'Compound service manager' },
    to: { zh: '经理', en: 'Manager' },
    about: { zh: '业主违约、违规', en: 'breaches by owners' },
    rule: 'role.compound.breaches'
  },
  {
    from: { zh: '管理处客服主管', en: 'Office service supervisor' },
    to: { zh: '管理处主任', en: 'Office director' },
    about: { zh: '重要事件、收缴率', en: 'important events, collection rates' },
    rule: 'role.office.complaints'
  },
  {
    from: { zh: '公寓客服', en: 'Apartment service manager' },
    to: { zh: '领导', en: 'Leadership' },
    about: { zh: '领导交办的工作', en: 'assigned work' },
    rule: 'role.apartment.other'
  }
]
