// Cut into pieces by Unicode range: a page loads those whose characters it shows.
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css'
