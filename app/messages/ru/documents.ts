/** Words of office documents as such, whatever they speak of. */
export default {
  'document.interval': 'от {lower} до {upper}',
  'document.few': 'мало',
  'document.date': 'Дата',
  'document.section': 'Раздел',
  'document.text': 'Текст',
  'document.label': 'Сведения',
  'document.value': 'Значение',
  'document.lower': '{column}, от',
  'document.share': '{column}, доля',
  'document.upper': '{column}, до',
  'document.summary': 'Сведения',
  'document.sentences': 'Выводы',
  'document.data': 'Данные рисунка',
  'document.page': 'стр. {page} из {pages}',
}
