/** Words of office documents as such, whatever they speak of. */
export default {
  'document.interval': '{lower} to {upper}',
  'document.few': 'few',
  'document.date': 'Date',
  'document.section': 'Section',
  'document.text': 'Text',
  'document.label': 'Particulars',
  'document.value': 'Value',
  'document.lower': '{column}, from',
  'document.share': '{column}, share',
  'document.upper': '{column}, to',
  'document.summary': 'Particulars',
  'document.sentences': 'Findings',
  'document.data': 'Data of the picture',
  'document.page': 'page {page} of {pages}',
}
