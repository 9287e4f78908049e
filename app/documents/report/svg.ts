/** Width of a chart in px, as its own first tag says it. Charts are drawn by this house: one without is a fault of ours. */
export function widthOf(svg: string): number {
  return side(svg, 'width')
}

export function heightOf(svg: string): number {
  return side(svg, 'height')
}

function side(svg: string, name: 'width' | 'height'): number {
  const [tag] = svg.split('>', 1)
  const value = Number(new RegExp(` ${name}="([\\d.]+)"`).exec(tag)?.[1])
  if (!(value > 0)) throw new RangeError(`A chart without ${name}: ${tag.slice(0, 80)}`)
  return value
}
