/**
 * Words that passwords are commonly made of, folded (lower case, look-alike figures read as letters). A password of
 * twelve characters is seldom on a list of leaked ones as a whole; it is made of these, doubled and numbered.
 */
export const COMMON_WORDS: readonly string[] = [
  // English
  ...'password passwd passw0rd welcome letmein dragon monkey shadow master sunshine princess football baseball'.split(
    ' ',
  ),
  ...'superman batman michael jordan charlie hello freedom whatever trustno iloveyou starwars computer internet'.split(
    ' ',
  ),
  ...'administrator admin root user guest test login secret changeme default access windows samsung google'.split(
    ' ',
  ),
  ...'qwerty qwertyuiop asdfghjkl zxcvbnm qazwsx qazwsxedc asdf zxcv wasd poiuytrewq lkjhgfdsa mnbvcxz'.split(
    ' ',
  ),
  ...'summer winter spring autumn january february march april june july august september october november december'.split(
    ' ',
  ),
  // Russian, and Russian in Latin letters
  ...'пароль привет любовь солнце звезда мама папа россия москва спартак зенит динамо наташа сергей андрей'.split(
    ' ',
  ),
  ...'александр дмитрий максим марина светлана татьяна ирина елена ольга юлия анна мария алексей владимир'.split(
    ' ',
  ),
  ...'школа учитель директор ученик класс гимназия лицей министерство образование управление администратор'.split(
    ' ',
  ),
  ...'объектив область край район город доступ секрет проверка результат экзамен впр огэ егэ рцоко'.split(
    ' ',
  ),
  ...'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь лето зима весна осень'.split(
    ' ',
  ),
  ...'йцукен йцукенгшщзхъ фывапролджэ ячсмитьбю фыва ячсм олдж йфяцыч'.split(' '),
  ...'parol privet lubov lyubov solnce zvezda rossiya russia moskva moscow spartak zenit natasha sergey andrey'.split(
    ' ',
  ),
  ...'shkola uchitel direktor klass gimnaziya licey liceum ministerstvo obrazovanie objektiv obektiv region'.split(
    ' ',
  ),
  ...'aleksandr alexander dmitriy dmitry maxim marina svetlana tatyana irina elena olga anna maria alexey vladimir'.split(
    ' ',
  ),
  // Russian words typed on a Latin keyboard: «пароль», «привет», «школа», «любовь», «админ», «йцукен»
  ...'gfhjkm ghbdtn irjkf k.,jdm flvby qweqwe zaqwsx xswzaq pfobnf ctrhtn njkmrj'.split(' '),
  // Latin words typed on a Russian keyboard: «password», «admin», «qwerty»
  ...'зфыыцщкв фвьшт йцукефыв'.split(' '),
]
