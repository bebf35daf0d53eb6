import { everyPage } from '../world/everyPage'

everyPage('en')
