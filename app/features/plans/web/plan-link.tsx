import { Link } from '@tanstack/react-router'

/** A plan by its name. */
export function PlanLink({ plan }: { plan: { readonly id: number; readonly title: string } }) {
  return (
    <Link to="/plans/$id" params={{ id: String(plan.id) }}>
      {plan.title}
    </Link>
  )
}
